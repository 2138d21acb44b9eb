namespace HelpDesk.Orchestrations.Stages.Intake;

/// <summary>What a webhook body turned out to be.</summary>
public enum WebhookReadingKind
{
    /// <summary>It tells of a ticket we care about.</summary>
    Tells,

    /// <summary>It is sound, but nothing follows from it (another event, another project, our own write).</summary>
    Ignored,

    /// <summary>It is not what the contract says; the field is named.</summary>
    Malformed,
}
