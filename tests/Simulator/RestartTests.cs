using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Simulator.Tests;

/// <summary>A simulator that was stopped finds what was done to it.</summary>
public sealed class RestartTests
{
    [Fact]
    public async Task Changes_AfterARestart_AreStillThere()
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.db");
        var amy = $"/users/{KnownPeople.AmyPoe.Id}";
        await using (var simulator = await RunningSimulator.StartAsync(file))
            (await simulator.CallAsync("PATCH", amy, new { accountEnabled = false })).Status.ShouldBe(204);
        await using (var simulator = await RunningSimulator.StartAsync(file))
        {
            ((bool?)(await simulator.GetAsync($"{amy}?$select=accountEnabled")).Body!["accountEnabled"]).ShouldBe(false);
            simulator.Effects.ShouldHaveSingleItem().Operation.ShouldBe("PATCH /users/{user-id}");
        }

        foreach (var part in Directory.GetFiles(Path.GetTempPath(), $"{Path.GetFileName(file)}*"))
            File.Delete(part);
    }
}
