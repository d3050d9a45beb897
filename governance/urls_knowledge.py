"""Addresses of what the city knows: good examples, observations, comparisons."""

from django.urls import path

from engagements.addresses import posted
from governance.views import citing, examples, observing

EXAMPLE = "goda-exempel/<int:pk>/"
COMPARISON = "omvarld/jamforelser/<int:pk>/"

urlpatterns = [
    path("goda-exempel/", examples.register, name="examples"),
    path("goda-exempel/nytt/", examples.write, name="example_new"),
    path(EXAMPLE, examples.one, name="example"),
    path(f"{EXAMPLE}andra/", examples.write, name="example_change"),
    path(f"{EXAMPLE}svar/", posted(examples.answer, "example"), name="example_answer"),
    path(f"{EXAMPLE}erbjud/", posted(examples.offer, "example"), name="example_offer"),
    path(f"{EXAMPLE}erbjudande/<int:offer>/", examples.offered, name="example_offered"),
    path("omvarld/", observing.observations, name="observations"),
    path("omvarld/ny/", observing.write, name="observation_new"),
    path("omvarld/<int:pk>/", observing.observation, name="observation"),
    path("omvarld/<int:pk>/andra/", observing.write, name="observation_change"),
    path("omvarld/jamforelser/", observing.comparisons, name="comparisons"),
    path("omvarld/jamforelser/ny/", observing.compare, name="comparison_new"),
    path(COMPARISON, observing.comparison, name="comparison"),
    path(f"{COMPARISON}andra/", observing.compare, name="comparison_change"),
    path(f"{COMPARISON}stad/", posted(observing.measure, "comparison"), name="comparison_city"),
    path(f"{COMPARISON}bort/", posted(observing.leave_out, "comparison"), name="comparison_less"),
    path("kunskap/<slug:sort>/<int:pk>/", citing.from_knowledge, name="knowledge_cite"),
    path(
        "arenden/<number:number>/kunskap/",
        posted(citing.from_matter, "engagement"),
        name="engagement_cite",
    ),
    path(
        "arenden/<number:number>/kunskap/bort/",
        posted(citing.uncite, "engagement"),
        name="engagement_uncite",
    ),
]
