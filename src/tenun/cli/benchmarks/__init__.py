"""The benchmark jobs of `tenun bench`: each beside its limit and its peers, in one run."""
