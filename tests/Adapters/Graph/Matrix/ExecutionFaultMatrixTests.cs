using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Simulator.Faulting;

namespace HelpDesk.Adapters.Tests.Graph.Matrix;

/// <summary>What holds when Graph refuses, is down or loses its answer while any remediation of the catalogue is executed.</summary>
public class ExecutionFaultMatrixTests
{
    public static TheoryData<string> Names => RemediationRows.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Throttling_OfTheChange_IsRetryableAndTheChangeWorksLater(string row)
    {
        await using var run = await MatrixRun.StartAsync(row);
        run.Fault(FaultKind.Throttled, seconds: 1);

        var fault = await Should.ThrowAsync<VendorException>(run.ExecuteAsync);
        var wasThrottled = run.Effects;
        run.Graph.NoFaults();

        fault.IsRetryable.ShouldBeTrue();
        // Identity protection never says when to come back (contracts: graph-throttling).
        fault.RetryAfter.ShouldBe(run.Remediation.Descriptor.Permissions.Any(permission => permission.StartsWith("IdentityRisk", StringComparison.Ordinal)) ? null : TimeSpan.FromSeconds(1));
        wasThrottled.ShouldBe(0);
        await run.ExecuteAsync();
        run.Effects.ShouldBe(run.Row.Effects);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Outage_DuringTheChange_IsRetryableAndTheChangeWorksLater(string row)
    {
        await using var run = await MatrixRun.StartAsync(row);
        run.Fault(FaultKind.Unavailable);

        var fault = await Should.ThrowAsync<VendorException>(run.ExecuteAsync);
        run.Graph.NoFaults();

        fault.IsRetryable.ShouldBeTrue();
        run.Effects.ShouldBe(0);
        await run.ExecuteAsync();
        run.Effects.ShouldBe(run.Row.Effects);
        await run.VerifiedAsync();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Answer_LostAfterTheChange_CausesNoSecondChange(string row)
    {
        await using var run = await MatrixRun.StartAsync(row);
        run.Fault(FaultKind.DropAfter, count: 1);

        var fault = await Should.ThrowAsync<VendorException>(run.ExecuteAsync);
        var afterTheFirst = run.Effects;
        var receipt = await run.ExecuteAsync();

        fault.IsRetryable.ShouldBeTrue();
        afterTheFirst.ShouldBe(1);
        receipt.HadEffect.ShouldBeTrue();
        run.Effects.ShouldBe(run.Row.Effects);
        await run.VerifiedAsync();
    }
}
