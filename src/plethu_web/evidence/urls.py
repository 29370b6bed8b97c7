"""Addresses of the evidence."""

from django.urls import path

from plethu_web.evidence.views import actions, findings, glossary, methods, places, relations, sources, workshops

app_name = "evidence"
urlpatterns = [
    path("actions/", actions.actions, name="actions"),
    path("actions/<slug:id>/", actions.action, name="action"),
    path("evidence/", findings.findings, name="findings"),
    path("evidence/findings.csv", findings.findings_csv, name="findings-csv"),
    path("evidence/findings.json", findings.findings_json, name="findings-json"),
    path("evidence/workshop/", workshops.workshops, name="workshops"),
    path("evidence/workshop/<slug:strand>.docx", workshops.chapter, {"kind": "docx"}, name="workshop-docx"),
    path("evidence/workshop/<slug:strand>.html", workshops.chapter, {"kind": "html"}, name="workshop-html"),
    path("evidence/<slug:id>/", findings.finding, name="finding"),
    path("relations/", relations.relations, name="relations"),
    path("relations/tensions/", relations.tensions, name="tensions"),
    path("relations/<slug:id>/", relations.relation, name="relation"),
    path("places/", places.places, name="places"),
    path("places/authority/<slug:code>/", places.authority, name="authority"),
    path("places/case/<slug:id>/", places.case, name="case"),
    path("sources/", sources.sources, name="sources"),
    path("sources/<slug:id>/", sources.source, name="source"),
    path("methods/", methods.methods, name="methods"),
    path("methods/open-points/", methods.open_points, name="open_points"),
    path("methods/desk/", methods.desk, name="desk"),
    path("methods/welsh/", methods.welsh, name="welsh"),
    path("glossary/", glossary.glossary, name="glossary"),
    path("concepts/", glossary.concepts, name="concepts"),
]
