using HelpDesk.Orchestrations.Ledger.Steps;

namespace HelpDesk.Orchestrations.Stages.Execution.MultiAdminApprovals;

/// <summary>What <see cref="ResumeAfterApproval"/> takes.</summary>
/// <param name="Step">The step.</param>
/// <param name="Report">Its report, with the code of the request.</param>
/// <param name="NextEvent">Name of the event for which the workflow waits next.</param>
/// <param name="IsLast">True when the patience ends with this look.</param>
public sealed record ResumeAfterApprovalInput(StepInput Step, StepReport Report, string NextEvent, bool IsLast);
