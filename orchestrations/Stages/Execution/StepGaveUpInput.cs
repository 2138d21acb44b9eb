using HelpDesk.Orchestrations.Ledger.Steps;

namespace HelpDesk.Orchestrations.Stages.Execution;

/// <summary>What <see cref="StepGaveUp"/> takes.</summary>
/// <param name="Step">The step.</param>
/// <param name="Code">The fault's code.</param>
/// <param name="Reason">The fault's message.</param>
/// <param name="KeepsTarget">True when its undo follows and must find the target as the step left it; default false: the target is given back.</param>
public sealed record StepGaveUpInput(StepInput Step, string Code, string Reason, bool KeepsTarget = false);
