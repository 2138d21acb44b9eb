using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Stages.Approvals;

/// <summary>Says to everybody concerned that an approval is over.</summary>
public sealed class ApprovalEndings(IEnumerable<IApprovalEnds> ends, TimeProvider time)
{
    /// <summary>This moment, UTC.</summary>
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Says it.</summary>
    public async Task EndedAsync(CaseId caseId, string approvalId, CancellationToken cancellation)
    {
        foreach (var one in ends)
            await one.EndedAsync(caseId, approvalId, cancellation);
    }
}
