using System.Net;
using HelpDesk.Orchestrations.Domain.Remediations.Secrets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Audit;

namespace HelpDesk.Web.Tests.Pages;

/// <summary>The page that hands over what opens a device.</summary>
public sealed class DeviceSecretTests
{
    public static TheoryData<SecretKind> Kinds => [SecretKind.LocalAdminPassword, SecretKind.BitLockerKey, SecretKind.DevicePasscode];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Post_ServiceDesk_ShowsItOnceAndAuditsIt(SecretKind kind)
    {
        await using var host = await StartAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Dora);
        var url = $"/hand-overs/{DeviceSecretScene.IdOf(kind)}";
        var before = await client.TextAsync(url);

        using var first = await client.PostAsync(url, ("check", "CallBack"));
        using var second = await client.PostAsync(url, ("check", "CallBack"));

        var shown = await first.Content.ReadAsStringAsync();
        first.StatusCode.ShouldBe(HttpStatusCode.OK);
        first.Headers.GetValues("Cache-Control").ShouldBe(["no-store"]);
        second.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var source = host.Sources.OfType<FakeDeviceSecret>().Single(one => one.Kind == kind);
        source.Read.ShouldBe(1);
        var secrets = (await source.GetAsync(new SecretRequest(new TargetId(FakeDirectory.Laptop), FakeDirectory.Rita.Id, TimeSpan.FromHours(1)), default)).Parts.Select(part => part.Secret).ToList();
        secrets.ShouldAllBe(secret => shown.Contains(secret));
        var elsewhere = before + await second.Content.ReadAsStringAsync() + await client.TextAsync(url);
        secrets.ShouldAllBe(secret => !elsewhere.Contains(secret));
        before.ShouldContain("LON-LT-0421");
        var collected = (await host.Get<IAuditLog>().ReadAsync(new CaseId(Scene.HandOverCase), default).ToListAsync()).Select(entry => entry.Event).Single(entry => entry.Kind == AuditKinds.HandOverCollected);
        collected.Facts["target"].ShouldBe(FakeDirectory.Laptop);
        collected.Facts["secret"].ShouldBe($"{kind}");
        collected.Facts["identity-check"].ShouldBe("CallBack");
        secrets.ShouldAllBe(secret => !string.Join('\n', collected.Facts.Values.Append(collected.Summary)).Contains(secret));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Post_ManagerOrRequesterOrStranger_403AndNothingIsRead(SecretKind kind)
    {
        await using var host = await StartAsync();
        foreach (var person in new[] { FakeDirectory.Max, FakeDirectory.Rita, FakeDirectory.Ada })
        {
            using var client = await host.SignedInAsync(person);
            using var response = await client.PostAsync($"/hand-overs/{DeviceSecretScene.IdOf(kind)}", ("check", "InPerson"));
            response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        }

        host.Sources.OfType<FakeDeviceSecret>().ShouldAllBe(source => source.Read == 0);
    }

    [Fact]
    public async Task Post_DeviceThatChangedHands_403AndNothingIsRead()
    {
        await using var host = await StartAsync();
        host.Directory.LaptopOwner = FakeDirectory.Max.Id;
        using var client = await host.SignedInAsync(FakeDirectory.Dora);

        using var response = await client.PostAsync($"/hand-overs/{DeviceSecretScene.IdOf(SecretKind.BitLockerKey)}", ("check", "InPerson"));

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await response.Content.ReadAsStringAsync()).ShouldContain("another user");
        host.Sources.OfType<FakeDeviceSecret>().ShouldAllBe(source => source.Read == 0);
    }

    private static async Task<PagesHost> StartAsync()
    {
        var host = await PagesHost.StartAsync(change: DeviceSecretScene.AddSources);
        await DeviceSecretScene.SeedAsync(host);
        return host;
    }
}
