namespace HelpDesk.Orchestrations.Ledger.Cases;

/// <summary>Which way a case took.</summary>
public enum CasePath
{
    /// <summary>Not known yet.</summary>
    Undecided,

    /// <summary>Remediated without a person.</summary>
    Automatic,

    /// <summary>Asked an approver.</summary>
    Approval,

    /// <summary>Policy or an approver said no.</summary>
    Refused,

    /// <summary>Handed to a person.</summary>
    Person,

    /// <summary>Nothing was done.</summary>
    Nothing,

    /// <summary>An operator asked for the undo of another case; no ticket's way.</summary>
    Undo,
}
