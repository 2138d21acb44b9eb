using Azure.Core;
using HelpDesk.Adapters.KeyVault;
using HelpDesk.Adapters.Sqlite;
using HelpDesk.Adapters.Tests.Graph.Harness;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Ledger.Audit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Record = HelpDesk.Orchestrations.Foundation.Records.Record;

namespace HelpDesk.Adapters.Tests.KeyVault;

/// <summary>A key that is rotated: what was signed before stays verifiable, and nothing else becomes so.</summary>
public sealed class KeyRotationTests : IDisposable
{
    private const string Key = "https://kv-helpdesk.vault.azure.net/keys/audit-checkpoint";
    private const string DecisionKey = "https://kv-helpdesk.vault.azure.net/keys/decision";
    private const string Text = "what was signed";

    private readonly string _file = Path.Combine(Path.GetTempPath(), $"rotation-{Guid.NewGuid():N}.db");
    private readonly RotatingVault _vault = new();
    private readonly RecordingHandler _handler;
    private readonly ServiceProvider _services;

    public KeyRotationTests()
    {
        _handler = new RecordingHandler(_vault.Answer);
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("KeyVault:CheckpointKey", Key), new("KeyVault:DecisionKey", DecisionKey)]).Build();
        var services = new ServiceCollection().AddLogging().AddSingleton<TokenCredential>(new FixedCredential())
            .AddSqliteRecords(options => options.DatabasePath = _file).AddSingleton(TimeProvider.System).AddKeyVaultKeys(settings).AddAudit();
        services.AddHttpClient(KeyVaultCheckpointSigner.ClientName).ConfigurePrimaryHttpMessageHandler(() => _handler);
        _services = services.BuildServiceProvider();
    }

    private ICheckpointSigner Signer => _services.GetRequiredService<ICheckpointSigner>();

    public void Dispose()
    {
        _services.Dispose();
        _vault.Dispose();
        _handler.Dispose();
        foreach (var left in Directory.GetFiles(Path.GetTempPath(), $"{Path.GetFileName(_file)}*"))
            File.Delete(left);
    }

    [Fact]
    public async Task Checkpoints_FromBeforeAndAfterRotations_AreAllVerified()
    {
        var taken = new List<AuditCheckpoint>();
        for (var i = 0; i < 3; i++)
        {
            await AppendAsync(i);
            taken.Add((await _services.GetRequiredService<AuditCheckpoints>().TakeAsync(default)).ShouldNotBeNull());
            _vault.Rotate();
        }

        taken.Select(checkpoint => checkpoint.KeyVersion).ShouldBeUnique();
        taken.ShouldAllBe(checkpoint => checkpoint.KeyId == Key);
        var report = await VerifyAsync();
        report.IsClean.ShouldBeTrue(string.Join('\n', report.Faults));
        _handler.Sent[^1].Request.RequestUri!.AbsolutePath.ShouldEndWith($"/{taken[^1].KeyVersion}/verify");
    }

    [Theory]
    [InlineData("another version")]
    [InlineData("no version of it")]
    [InlineData("an address")]
    public async Task Checkpoint_WhoseVersionWasEdited_HasNoGoodSignature(string what)
    {
        await AppendAsync(0);
        var taken = (await _services.GetRequiredService<AuditCheckpoints>().TakeAsync(default)).ShouldNotBeNull();
        var other = _vault.Rotate();
        var named = what switch { "another version" => other, "no version of it" => new string('a', 32), _ => "../../secrets" };
        await RewriteAsync(taken, $",\"keyVersion\":\"{named}\"");

        var report = await VerifyAsync();

        report.Faults.ShouldHaveSingleItem().Kind.ShouldBe(AuditErrorKind.Checkpoint);
        _handler.Sent.ShouldAllBe(sent => sent.Request.RequestUri!.AbsolutePath.StartsWith("/keys/audit-checkpoint/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Checkpoint_ThatNamesNoVersion_IsTriedWithTheCurrentOneThenWithAll()
    {
        await AppendAsync(0);
        var taken = (await _services.GetRequiredService<AuditCheckpoints>().TakeAsync(default)).ShouldNotBeNull();
        await RewriteAsync(taken, "");

        (await VerifyAsync()).IsClean.ShouldBeTrue();
        _handler.Sent[^1].Request.RequestUri.ShouldBe(new Uri($"{Key}/verify?api-version=7.4"));
        for (var i = 0; i < 4; i++)
            _vault.Disable(_vault.Rotate());
        _vault.Rotate();
        (await VerifyAsync()).IsClean.ShouldBeTrue();
        await RewriteAsync(taken, "", await Signer.SignAsync("something else", default));
        (await VerifyAsync()).IsClean.ShouldBeFalse();
    }

    [Fact]
    public async Task Checkpoint_OfAVersionThatWasDisabled_IsAFaultThatSaysWhatToDo()
    {
        await AppendAsync(0);
        var taken = (await _services.GetRequiredService<AuditCheckpoints>().TakeAsync(default)).ShouldNotBeNull();
        _vault.Rotate();
        _vault.Disable(taken.KeyVersion!);

        (await Should.ThrowAsync<VendorException>(VerifyAsync)).Message.ShouldContain("enabled");
    }

    [Fact]
    public async Task Decision_FromBeforeARotation_StaysGenuine()
    {
        var signer = _services.GetRequiredService<IDecisionSigner>();
        var before = await signer.SignAsync(Text, default);
        _vault.Rotate();
        _vault.Rotate();
        var after = await signer.SignAsync(Text, default);

        (await signer.VerifyAsync(DecisionKey, Text, before, default)).ShouldBeTrue();
        (await signer.VerifyAsync(DecisionKey, Text, after, default)).ShouldBeTrue();
        (await signer.VerifyAsync(DecisionKey, Text, before.Split('.')[1], default)).ShouldBeTrue();
        (await signer.VerifyAsync(DecisionKey, Text + " ", before.Split('.')[1], default)).ShouldBeFalse();
        (await signer.VerifyAsync(DecisionKey, Text, $"{after.Split('.')[0]}.{before.Split('.')[1]}", default)).ShouldBeFalse();
        (await signer.VerifyAsync(DecisionKey, Text, $"{new string('a', 32)}.{before.Split('.')[1]}", default)).ShouldBeFalse();
    }

    private Task<AuditReport> VerifyAsync() => AuditVerification.RunAsync(_services.GetRequiredService<IAuditSource>(), Signer, default);

    private Task AppendAsync(int number) => _services.GetRequiredService<IAuditLog>().AppendAsync(
        new AuditEvent(new CaseId($"servicenow-{number}"), $"entry-{number}", AuditKinds.Planned, "helpdesk", "Something was planned.", new Dictionary<string, string>(StringComparer.Ordinal)), default);

    private async Task RewriteAsync(AuditCheckpoint checkpoint, string version, string? signature = null)
    {
        var store = _services.GetRequiredService<IRecordStore>();
        var row = (await store.GetAsync(Tables.Checkpoints, Tenant.Partition(), $"{checkpoint.Number:D19}", default)).ShouldNotBeNull();
        var json = row.Json.Replace($",\"keyVersion\":\"{checkpoint.KeyVersion}\"", version, StringComparison.Ordinal);
        json = signature is null ? json : json.Replace(checkpoint.Signature, signature, StringComparison.Ordinal);
        json.ShouldNotBe(row.Json);
        (await store.ReplaceAsync(Tables.Checkpoints, new Record(row.Partition, row.Row, json, row.ETag), default)).ShouldNotBeNull();
    }
}
