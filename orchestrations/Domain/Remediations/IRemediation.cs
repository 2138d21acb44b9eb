using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Domain.Remediations;

/// <summary>
/// One remediation of the catalogue. Every method may be called again after a crash; <see cref="ExecuteAsync"/> and
/// <see cref="UndoAsync"/> must have one effect per idempotency key. Throws <see cref="VendorException"/> for a fault.
/// </summary>
public interface IRemediation
{
    /// <summary>What is known before it runs.</summary>
    RemediationDescriptor Descriptor { get; }

    /// <summary>Reads the state that an undo would restore. Reads only.</summary>
    Task<CapturedState> CaptureAsync(RemediationTarget target, CancellationToken cancellation);

    /// <summary>Checks again, right before execution, that the target is still what the plan was approved for. Reads only.</summary>
    /// <returns>Ready, already done, or refused with the reason.</returns>
    Task<Precondition> CheckAsync(RemediationCall call, CancellationToken cancellation);

    /// <summary>Does it.</summary>
    Task<RemediationReceipt> ExecuteAsync(RemediationCall call, CancellationToken cancellation);

    /// <summary>Reads back, once, whether the target shows the effect. The workflow polls within the descriptor's patience.</summary>
    Task<ReadBack> VerifyAsync(RemediationCall call, CancellationToken cancellation);

    /// <summary>Restores the captured state; null when irreversible or nothing to restore.</summary>
    /// <exception cref="NotSupportedException">Never: an irreversible remediation returns a receipt that says so.</exception>
    Task<RemediationReceipt> UndoAsync(RemediationCall call, CancellationToken cancellation);

    /// <summary>Reads back, once, whether an undo shows. Default: the target looks as it did before the step.</summary>
    async Task<ReadBack> VerifyUndoAsync(RemediationCall call, CancellationToken cancellation)
    {
        var step = call.Step;
        var now = await CaptureAsync(new RemediationTarget(step.TargetKind, step.TargetId, step.Parameters), cancellation);
        return new ReadBack(now.Matches(step.PriorState) ? ReadBackOutcome.Verified : ReadBackOutcome.Pending, now.Text);
    }
}
