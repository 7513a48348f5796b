"""Many reports at once: in worker processes or on a Dask cluster, with one page over all."""
