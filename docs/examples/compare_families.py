"""Compares two families: how good their ensembles are, and whose siblings are farther apart.

    python3 docs/examples/compare_families.py <experiment> <other experiment>

KINDRED_URL says where the graph is. Nothing but Python's standard library is needed.
"""

import json
import os
import sys
import urllib.error
import urllib.request

URL = os.environ.get("KINDRED_URL", "http://127.0.0.1:4000/graphql")

QUERY = """
query CompareFamilies($one: ID!, $other: ID!) {
  one: experiment(id: $one) {
    ...Family
    diversityTest(of: SIBLINGS, against: SIBLINGS, experiment: $other) {
      neurons
      perceptual { effect { value } p }
      missing
    }
  }
  other: experiment(id: $other) { ...Family }
}
fragment Family on Experiment {
  name
  ensembles { name evaluation { accuracy { value low high } } }
}
"""


def ask(query, **variables):
    """The data of an answer; exits with the API's words where it refuses."""
    body = json.dumps({"query": query, "variables": variables}).encode()
    request = urllib.request.Request(URL, body, {"Content-Type": "application/json"})
    try:
        with urllib.request.urlopen(request, timeout=60) as response:
            answer = json.load(response)
    except urllib.error.HTTPError as error:
        answer = json.load(error)
    if answer.get("errors"):
        sys.exit(answer["errors"][0]["message"])
    return answer["data"]


def main(one, other):
    data = ask(QUERY, one=one, other=other)
    for family in (data["one"], data["other"]):
        print(family["name"])
        for ensemble in family["ensembles"]:
            if ensemble["evaluation"]:
                accuracy = ensemble["evaluation"]["accuracy"]
                print("  {}: accuracy {value:.4f} [{low:.4f}, {high:.4f}]".format(ensemble["name"], **accuracy))
    test = data["one"]["diversityTest"]
    if not test["perceptual"]:
        sys.exit("There is no test: " + ", ".join(test["missing"]) + ".")
    print(
        "Siblings of the first are {:.2f} bits farther apart, mean over {} neurons; p {:.4f}".format(
            test["perceptual"]["effect"]["value"], test["neurons"], test["perceptual"]["p"]
        )
    )


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2])
