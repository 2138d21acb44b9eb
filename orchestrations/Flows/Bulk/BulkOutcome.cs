namespace HelpDesk.Orchestrations.Flows.Bulk;

/// <summary>What became of an operator's act on a run.</summary>
public enum BulkOutcome
{
    /// <summary>It is done.</summary>
    Done,

    /// <summary>The run is not as the page showed it any more; nothing was done.</summary>
    MovedOn,

    /// <summary>There is no such run.</summary>
    Unknown,
}
