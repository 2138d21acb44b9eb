namespace HelpDesk.Orchestrations.Foundation.Durable;

/// <summary>How a failed activity or workflow is written in a history.</summary>
/// <param name="Code">The vendor's code, or the exception's type name.</param>
/// <param name="Message">What happened and what to change; no ticket text, no secret.</param>
/// <param name="IsRetryable">True when it was worth repeating.</param>
public sealed record StepFailure(string Code, string Message, bool IsRetryable)
{
    private const int LongestMessage = 1_000;

    /// <summary>What a workflow's failure says when an operator ended the workflow.</summary>
    /// <param name="workflow">Name of the ended workflow.</param>
    /// <param name="reason">Why it was ended.</param>
    public static StepFailure Terminated(string workflow, string reason) => new("Terminated", $"{workflow} was terminated: {reason}", false);

    /// <summary>What a child's failure says when its id was used before.</summary>
    /// <param name="id">The id.</param>
    public static StepFailure InstanceIdUsed(string id) => new("InstanceIdUsed", $"The id {id} is in use.", false);

    /// <summary>The failure as JSON; a message of more than 1,000 characters is cut.</summary>
    public string ToJson() => DurableJson.Write(this with
    {
        Message = Message.Length <= LongestMessage ? Message : Message[..LongestMessage],
    });

    /// <summary>Reads what <see cref="ToJson"/> wrote. Throws <see cref="System.Text.Json.JsonException"/> for anything else.</summary>
    public static StepFailure FromJson(string? json) => DurableJson.Read<StepFailure>(json ?? "null");
}

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
