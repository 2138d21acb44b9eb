namespace HelpDesk.Architecture.Tests.Planted;

/// <summary>No violation: a record of seven values is data.</summary>
public sealed record WideRecord(int A, int B, int C, int D, int E, int F, int G);
