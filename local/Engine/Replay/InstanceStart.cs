namespace HelpDesk.Local.Engine.Replay;

/// <summary>What a run must know about its instance before its history.</summary>
/// <param name="Id">Instance id.</param>
/// <param name="Workflow">Name of the workflow.</param>
/// <param name="Generation">How often it continued as new; from 0.</param>
/// <param name="FirstStep">Number of the first step of this generation: step numbers go on, so that idempotency keys never repeat.</param>
/// <param name="Input">Input of this generation as JSON.</param>
internal sealed record InstanceStart(string Id, string Workflow, int Generation, int FirstStep, string Input);
