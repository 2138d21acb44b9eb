namespace HelpDesk.Orchestrations.Foundation.Durable;

/// <summary>What a workflow catches when an activity or a child workflow finally failed.</summary>
public sealed class StepFailedException(string step, string code, string message, bool isRetryable = false)
    : Exception(message)
{
    /// <summary>Name of the activity or child workflow.</summary>
    public string Step { get; } = step;

    /// <summary>The vendor's code, or the exception's type name for anything else.</summary>
    public string Code { get; } = code;

    /// <summary>True when it was worth repeating but the policy gave up.</summary>
    public bool IsRetryable { get; } = isRetryable;
}
