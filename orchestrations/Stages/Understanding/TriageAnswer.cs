namespace HelpDesk.Orchestrations.Stages.Understanding;

/// <summary>What a model answered, validated: an intent out of the closed list, a few typed facts, a confidence; or an abstention.</summary>
/// <param name="Intent">Intent id; null when it abstained.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Abstained">Why there is no intent, one of <see cref="AbstentionReasons"/>; null when there is one.</param>
/// <param name="DeviceHint">How the ticket names a device, at most 100 characters; null when it does not.</param>
/// <param name="AppHint">How the ticket names an application or licence, at most 100 characters; null when it does not.</param>
/// <param name="IsConfirmedLost">True when the requester says that the device is gone for good; null when the ticket does not tell.</param>
public sealed record TriageAnswer(
    string? Intent,
    double Confidence,
    string? Abstained = null,
    string? DeviceHint = null,
    string? AppHint = null,
    bool? IsConfirmedLost = null)
{
    /// <summary>No intent, and why.</summary>
    public static TriageAnswer Abstain(string reason) => new(null, 0, reason);
}
