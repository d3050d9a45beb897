"""The annual report: the year's tables, what they say in words, what people add, and its editions.

Tables come from the kinds' reports, sentences from the tables alone; each sentence knows which rows
it counted. An edition is frozen as data, so that it says the same when the rows have changed.
"""
