using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Simulator.Tests.Graph;

/// <summary>Temporary access passes follow Entra's rules.</summary>
public sealed class PassTests
{
    private static readonly string Passes = $"/users/{KnownPeople.AmyPoe.Id}/authentication/temporaryAccessPassMethods";

    [Fact]
    public async Task Secret_AfterMaking_IsNeverShownAgainNorKept()
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.db");
        await using (var simulator = await RunningSimulator.StartAsync(file))
        {
            var made = await simulator.CallAsync("POST", Passes, new { lifetimeInMinutes = 30 });
            made.Status.ShouldBe(201);
            var secret = (string)made.Body!["temporaryAccessPass"]!;
            var listed = await simulator.GetAsync(Passes);
            listed.Items.ShouldHaveSingleItem()["temporaryAccessPass"].ShouldBeNull();
            listed.Body!.ToJsonString().ShouldNotContain(secret);
            foreach (var part in Directory.GetFiles(Path.GetTempPath(), $"{Path.GetFileName(file)}*"))
            {
                await using var bytes = new FileStream(part, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                using var reader = new StreamReader(bytes, System.Text.Encoding.Latin1);
                (await reader.ReadToEndAsync()).ShouldNotContain(secret);
            }
        }

        foreach (var part in Directory.GetFiles(Path.GetTempPath(), $"{Path.GetFileName(file)}*"))
            File.Delete(part);
    }

    [Fact]
    public async Task Pass_NewOne_ReplacesTheOldAndRunsOut()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        var first = (string)(await simulator.CallAsync("POST", Passes)).Body!["id"]!;
        var second = (string)(await simulator.CallAsync("POST", Passes, new { lifetimeInMinutes = 10 })).Body!["id"]!;
        (await simulator.GetAsync($"{Passes}/{first}")).Status.ShouldBe(404);
        ((bool?)(await simulator.GetAsync($"{Passes}/{second}")).Body!["isUsable"]).ShouldBe(true);
        simulator.Time.Advance(TimeSpan.FromMinutes(10));
        ((bool?)(await simulator.GetAsync($"{Passes}/{second}")).Body!["isUsable"]).ShouldBe(false);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Pass_SignedInWith_IsUsedUpWhenItIsForOnce(bool isOnce)
    {
        await using var simulator = await RunningSimulator.StartAsync();
        (await SignInAsync(simulator)).ShouldBe(409);
        var id = (string)(await simulator.CallAsync("POST", Passes, new { isUsableOnce = isOnce })).Body!["id"]!;

        (await SignInAsync(simulator)).ShouldBe(204);

        var pass = (await simulator.GetAsync($"{Passes}/{id}")).Body!;
        ((bool?)pass["isUsable"]).ShouldBe(!isOnce);
        ((string?)pass["methodUsabilityReason"]).ShouldBe(isOnce ? "OneTimeUsed" : "EnabledByPolicy");
        pass.ContainsKey("_used").ShouldBeFalse();
        (await SignInAsync(simulator)).ShouldBe(isOnce ? 409 : 204);
    }

    [Fact]
    public async Task SignIn_WithABlockedAccount_IsRefused()
    {
        await using var simulator = await RunningSimulator.StartAsync();
        await simulator.CallAsync("POST", Passes);
        await simulator.CallAsync("PATCH", $"/users/{KnownPeople.AmyPoe.Id}", new { accountEnabled = false });
        (await SignInAsync(simulator)).ShouldBe(409);
    }

    private static async Task<int> SignInAsync(RunningSimulator simulator)
    {
        using var response = await simulator.Http.PostAsync($"/simulator/users/{KnownPeople.AmyPoe.Id}/sign-in", null);
        return (int)response.StatusCode;
    }

    [Theory]
    [InlineData(9)]
    [InlineData(481)]
    public async Task Lifetime_OutsideThePolicy_IsRefused(int minutes)
    {
        await using var simulator = await RunningSimulator.StartAsync();
        (await simulator.CallAsync("POST", Passes, new { lifetimeInMinutes = minutes })).Status.ShouldBe(400);
        simulator.Effects.ShouldBeEmpty();
    }
}
