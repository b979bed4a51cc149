#!/bin/sh
# Compares two families: how good their ensembles are, and whose siblings are farther apart. Prints the answer's JSON.
#
#   sh docs/examples/compare-families.sh <experiment> <other experiment>
#
# KINDRED_URL says where the graph is.
set -eu
one=${1:?is the id of an experiment}
other=${2:?is the id of another one}

curl --silent --show-error --fail-with-body "${KINDRED_URL:-http://127.0.0.1:4000/graphql}" \
  --header 'content-type: application/json' --data @- <<JSON
{
  "query": "query (\$one: ID!, \$other: ID!) { one: experiment(id: \$one) { ...Family diversityTest(of: SIBLINGS, against: SIBLINGS, experiment: \$other) { neurons perceptual { effect { value } p } missing } } other: experiment(id: \$other) { ...Family } } fragment Family on Experiment { name ensembles { name evaluation { accuracy { value low high } } } }",
  "variables": { "one": "$one", "other": "$other" }
}
JSON
