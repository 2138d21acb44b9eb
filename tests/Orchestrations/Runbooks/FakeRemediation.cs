using HelpDesk.Orchestrations.Domain.Remediations;

namespace HelpDesk.Orchestrations.Tests.Runbooks;

/// <summary>A remediation that can be described and captured and is never executed here.</summary>
public sealed class FakeRemediation(RemediationDescriptor descriptor) : IRemediation
{
    public RemediationDescriptor Descriptor { get; } = descriptor;

    public string? Refusal { get; set; }

    public List<RemediationTarget> Captured { get; } = [];

    public Task<CapturedState> CaptureAsync(RemediationTarget target, CancellationToken cancellation)
    {
        Captured.Add(target);
        return Task.FromResult(new CapturedState("{}", "As found", Refusal));
    }

    public Task<Precondition> CheckAsync(RemediationCall call, CancellationToken cancellation) => throw new InvalidOperationException("Planning never checks.");

    public Task<RemediationReceipt> ExecuteAsync(RemediationCall call, CancellationToken cancellation) => throw new InvalidOperationException("Planning never executes.");

    public Task<ReadBack> VerifyAsync(RemediationCall call, CancellationToken cancellation) => throw new InvalidOperationException("Planning never verifies.");

    public Task<RemediationReceipt> UndoAsync(RemediationCall call, CancellationToken cancellation) => throw new InvalidOperationException("Planning never undoes.");
}
