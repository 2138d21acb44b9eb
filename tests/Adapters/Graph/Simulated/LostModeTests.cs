using HelpDesk.Adapters.Tests.Graph.Harness;
using HelpDesk.Orchestrations.Domain.Remediations;

namespace HelpDesk.Adapters.Tests.Graph.Simulated;

/// <summary>Where lost mode exists, the note on a lock says that it was not turned on; where it does not, nothing of it is said.</summary>
public sealed class LostModeTests
{
    [Theory]
    [InlineData("iOS", true, true)]
    [InlineData("iOS", false, false)]
    [InlineData("Android", true, false)]
    public async Task Lock_OfADevice_NamesLostModeOnlyWhereItExists(string system, bool isCompanyOwned, bool isNamed)
    {
        await using var graph = await SimulatedGraph.StartAsync();
        var phone = graph.Tenant.Devices.First(known => known.OperatingSystem == system && known.IsCompanyOwned == isCompanyOwned && known is { IsOnline: true, OwnerId: not null });
        var remediation = graph.Get<RemediationCatalogue>().Get("device.remote-lock");
        var call = await graph.PlanAsync("device.remote-lock", phone.Id);
        await remediation.ExecuteAsync(call, default);

        var shown = await Eventually.Get<ReadBack>(async () => await remediation.VerifyAsync(call, default), seen => seen.Outcome == ReadBackOutcome.Verified, "the lock");

        shown.Evidence.Contains("Not done: turn on lost mode.", StringComparison.Ordinal).ShouldBe(isNamed, shown.Evidence);
    }
}
