using System.Text;
using System.Text.Json;
using HelpDesk.Adapters.Graph.Devices.Secrets;
using HelpDesk.Adapters.Tests.Graph.Harness;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Remediations.Secrets;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Adapters.Tests.Graph.Devices;

/// <summary>The local administrator password: as Entra keeps it, read at the press, and nowhere else.</summary>
public sealed class LapsTests
{
    private const string EntraId = "50000000-0000-4000-8000-000000000001";
    private const string Password = "Grüße-7!kX";

    private static readonly SecretRequest Request = new(new TargetId(PaperTenant.Laptop), new PersonId(PaperTenant.Anna), TimeSpan.FromHours(1));

    public static TheoryData<string> Encodings => ["utf-16", "utf-16-bom", "utf-16-zero", "utf-8", "utf-8-bom"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Text_InEveryEncodingThatIsSeen_IsThePassword(string encoding) => new LapsPassword("a", Encoded(encoding), null).Text().ShouldBe(Password);

    [Theory]
    [InlineData("not base64!")]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("gA==")]
    public void Text_OfWhatIsNoPassword_IsNothing(string base64) => new LapsPassword("a", base64, null).Text().ShouldBeNull();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Password_WrappedOrPlain_IsTheNewestWithItsAccount(bool wrapped)
    {
        await using var graph = ScriptedGraph.Answering(request => Answer(request, wrapped));

        var secret = await graph.Source(SecretKind.LocalAdminPassword).GetAsync(Request, CancellationToken.None);

        var part = secret.Parts.ShouldHaveSingleItem();
        part.Label.ShouldBe("Account: localadmin");
        part.Secret.ShouldBe(Password);
        var asked = graph.Requests.Single(request => request.Path.StartsWith("/directory", StringComparison.Ordinal));
        asked.Query["$select"].ShouldBe("credentials");
        asked.Headers["User-Agent"].ShouldStartWith("HelpDesk");
        (JsonSerializer.Serialize(secret) + secret + part + JsonSerializer.Serialize(part)).ShouldNotContain(Password);
        graph.Log.All.ShouldNotContain(Password);
        graph.Log.All.ShouldNotContain(Encoded("utf-16"));
    }

    [Fact]
    public async Task Password_WithoutALapsEntry_SaysWhatToTurnOn()
    {
        await using var graph = ScriptedGraph.Answering(request => request.Path.StartsWith("/directory", StringComparison.Ordinal) ? ScriptedAnswer.Error(404, "Request_ResourceNotFound") : Device());

        var fault = await Should.ThrowAsync<VendorException>(() => graph.Source(SecretKind.LocalAdminPassword).GetAsync(Request, CancellationToken.None));

        fault.Message.ShouldContain("Windows LAPS");
        var captured = await graph.Get<RemediationCatalogue>().Get("device.show-local-admin-password")
            .CaptureAsync(new RemediationTarget(TargetKind.Device, PaperTenant.Laptop, new Dictionary<string, string>()), CancellationToken.None);
        captured.Refusal.ShouldNotBeNull().ShouldContain("LAPS");
    }

    [Fact]
    public async Task Password_InAnAnswerThatCannotBeRead_IsInNoFault()
    {
        await using var graph = ScriptedGraph.Answering(request => request.Path.StartsWith("/directory", StringComparison.Ordinal)
            ? new ScriptedAnswer(200, $$"""{"credentials":[{"accountName":"a","passwordBase64":"{{Encoded("utf-8")}}","backupDateTime": }]}""")
            : Device());

        var fault = await Should.ThrowAsync<VendorException>(() => graph.Source(SecretKind.LocalAdminPassword).GetAsync(Request, CancellationToken.None));

        fault.ToString().ShouldNotContain(Encoded("utf-8"));
        graph.Log.All.ShouldNotContain(Encoded("utf-8"));
    }

    [Theory]
    [InlineData("personal", PaperTenant.Anna)]
    [InlineData("company", "10000000-0000-4000-8000-000000000099")]
    public async Task Password_OfADeviceThatIsNotTheCompanysOrNotTheirs_IsNotRead(string ownership, string user)
    {
        await using var graph = ScriptedGraph.Answering(request => request.Path.StartsWith("/directory", StringComparison.Ordinal) ? Answer(request, false) : Device(ownership, user));

        await Should.ThrowAsync<VendorException>(() => graph.Source(SecretKind.LocalAdminPassword).GetAsync(Request, CancellationToken.None));

        graph.Requests.ShouldAllBe(request => !request.Path.StartsWith("/directory", StringComparison.Ordinal));
    }

    private static ScriptedAnswer Answer(ScriptedRequest request, bool wrapped)
    {
        if (!request.Path.StartsWith("/directory", StringComparison.Ordinal))
            return Device();
        request.Path.ShouldBe($"/directory/deviceLocalCredentials/{EntraId}");
        var entry = new
        {
            id = EntraId,
            lastBackupDateTime = "2026-11-20T10:00:00Z",
            credentials = new[]
            {
                new { accountName = "old", passwordBase64 = Convert.ToBase64String(Encoding.UTF8.GetBytes("old-one")), backupDateTime = "2026-10-01T10:00:00Z" },
                new { accountName = "localadmin", passwordBase64 = Encoded("utf-16"), backupDateTime = "2026-11-20T10:00:00Z" },
            },
        };
        return wrapped ? ScriptedAnswer.Json(new { value = entry }) : ScriptedAnswer.Json(entry);
    }

    private static ScriptedAnswer Device(string ownership = "company", string user = PaperTenant.Anna) => ScriptedAnswer.Json(new
    {
        id = PaperTenant.Laptop, deviceName = "LT-1", userId = user, operatingSystem = "Windows", managedDeviceOwnerType = ownership, azureADDeviceId = EntraId, serialNumber = "S1",
    });

    private static string Encoded(string encoding) => Convert.ToBase64String(encoding switch
    {
        "utf-16" => Encoding.Unicode.GetBytes(Password),
        "utf-16-bom" => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Password)],
        "utf-16-zero" => Encoding.Unicode.GetBytes($"{Password}\0"),
        "utf-8-bom" => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Password)],
        _ => Encoding.UTF8.GetBytes(Password),
    });
}
