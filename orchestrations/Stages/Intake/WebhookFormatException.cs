namespace HelpDesk.Orchestrations.Stages.Intake;

/// <summary>A webhook body that is not what the contract says; caught by the readers and told as a value.</summary>
internal sealed class WebhookFormatException(string field, string reason) : Exception(reason)
{
    /// <summary>The field at fault, as a path.</summary>
    public string Field { get; } = field;
}
