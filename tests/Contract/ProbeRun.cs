namespace HelpDesk.Contract;

/// <summary>One attempt of a probe.</summary>
public sealed record ProbeRun(string InstanceId, string Key, int Attempt, string Input, long At);
