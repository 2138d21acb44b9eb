using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Steps;

namespace HelpDesk.Orchestrations.Stages.Execution.MultiAdminApprovals;

/// <summary>
/// Reads once whether Intune's Multi Admin Approval was given. Granted: the action is sent once more with the code, by the
/// <see cref="EffectProtocol"/>. Rejected, expired or unreadable: the step failed, with the reason; nothing is sent again.
/// </summary>
public sealed class ResumeAfterApproval(EffectProtocol protocol, IDirectory directory, IMultiAdminApprovals requests, CaseSignal signal) : Activity<ResumeAfterApproval.Input, StepReport>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<Input, StepReport> Reference = Named<ResumeAfterApproval>("resume-after-approval");

    /// <inheritdoc />
    public override Task<StepReport> RunAsync(ActivityContext context, Input input) => protocol.RunAsync(new ResumedEffect(context, input, directory, requests, signal));

    /// <summary>What <see cref="ResumeAfterApproval"/> takes.</summary>
    /// <param name="Step">The step.</param>
    /// <param name="Report">Its report, with the code of the request.</param>
    /// <param name="NextEvent">Name of the event for which the workflow waits next.</param>
    /// <param name="IsLast">True when the status is read for the last time.</param>
    public sealed record Input(StepInput Step, StepReport Report, string NextEvent, bool IsLast);
}
