"use strict";
// Which term of kg's vocabulary tells what of a fact: a list, kept beside the code that reads it. tests/explore/ compares it with the ontology.
(function (kg) {
  /**
   * By kind of fact: `node` is the class of the fact's own node, `about` says that its subject is that node, `s` and `o` are the properties of the
   * two things, `r` that of the told title, `text` that of the text, `term` that of the told role or relation, with its scheme;
   * `only` is the one status that facts of the kind have, which the page need not be told; `details` are the properties of the details by name.
   */
  kg.terms = {
    namespace: "https://kg.example/ontology#",
    status: { property: "status", scheme: "status" },
    kinds: {
      post: { node: "Tenure", s: "holder", o: "organization", r: "title", details: { from: ["from"], until: ["until"] } },
      event: {
        node: "Event", about: true, o: "place",
        details: { kind: ["eventKind", "event-kind"], from: ["startDate"], until: ["endDate"], on: ["startDate", "endDate"] },
      },
      organizer: { node: "Organizing", s: "organizer", o: "event", details: {} },
      participant: { node: "Participation", s: "participant", o: "event", term: ["role", "role"], details: {} },
      agreement: {
        node: "Agreement", about: true, o: "signedAt",
        details: { kind: ["agreementKind", "agreement-kind"], signed: ["signedDate"], "valid from": ["validFrom"], "valid until": ["validUntil"] },
      },
      signatory: { node: "Signing", s: "signatory", o: "agreement", details: {} },
      statistic: {
        node: "Observation", s: "area", o: "partner", details: {},
        figure: { indicator: "indicator", value: "value", unit: "unit", change: "change", basis: ["basis", "basis"], start: "periodStart", end: "periodEnd" },
      },
      statement: { node: "Statement", s: "speaker", text: "text", only: "said", details: {} },
      tie: { node: "Tie", s: "subject", o: "object", term: ["relation", "relation"], details: {} },
    },
    concepts: ["event-kind", "agreement-kind", "status", "role", "relation", "basis"],
  };
})(window.kg = window.kg || {});
