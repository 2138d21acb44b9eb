namespace HelpDesk.Orchestrations.Ledger.Operators;

/// <summary>What became of an operator's act on a workflow or a dead letter.</summary>
public enum OperatorOutcome
{
    /// <summary>Done, or being done durably.</summary>
    Done,

    /// <summary>The workflow is not as the operator saw it: not suspended any more, or finished. Nothing was done.</summary>
    MovedOn,

    /// <summary>No workflow has that id.</summary>
    Unknown,
}
