"""For those who must act: corrections, accepted repairs, the auditor's working paper."""
