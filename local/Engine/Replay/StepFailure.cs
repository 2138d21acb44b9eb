using HelpDesk.Orchestrations.Durable;

namespace HelpDesk.Local.Engine.Replay;

/// <summary>How a failed activity or child stands in a history.</summary>
internal sealed record StepFailure(string Code, string Message, bool IsRetryable)
{
    private const int LongestMessage = 1_000;

    public string ToJson() => DurableJson.Write(this with
    {
        Message = Message.Length <= LongestMessage ? Message : Message[..LongestMessage],
    });

    public static StepFailure FromJson(string? json) => DurableJson.Read<StepFailure>(json ?? "null");
}
