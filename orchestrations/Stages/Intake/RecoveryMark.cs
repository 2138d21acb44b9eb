namespace HelpDesk.Orchestrations.Stages.Intake;

/// <summary>Up to when the inbox was looked through.</summary>
/// <param name="Until">UTC.</param>
internal sealed record RecoveryMark(DateTimeOffset Until);
