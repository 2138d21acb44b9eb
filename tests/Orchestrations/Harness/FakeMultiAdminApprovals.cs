using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Stages.Execution.MultiAdminApprovals;

namespace HelpDesk.Orchestrations.Tests.Harness;

/// <summary>Says of a second gate what a test wants, and counts the looks.</summary>
public sealed class FakeMultiAdminApprovals : IMultiAdminApprovals
{
    public MultiAdminApprovalState State { get; set; } = MultiAdminApprovalState.Waiting;

    public VendorException? Fault { get; set; }

    public int Looks { get; private set; }

    public Task<MultiAdminApprovalStatus> GetStatusAsync(string code, CancellationToken cancellation)
    {
        Looks++;
        return Fault is { } fault ? throw fault : Task.FromResult(new MultiAdminApprovalStatus(State, $"Request {code} is {State}."));
    }
}
