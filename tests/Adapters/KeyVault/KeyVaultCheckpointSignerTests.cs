using System.Buffers.Text;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure.Core;
using HelpDesk.Adapters.KeyVault;
using HelpDesk.Adapters.Tests.Graph.Harness;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Audit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.Tests.KeyVault;

/// <summary>The vault here holds a real key: what it signs is checked by .NET's own verification.</summary>
public sealed class KeyVaultCheckpointSignerTests : IDisposable
{
    private const string Key = "https://kv-helpdesk.vault.azure.net/keys/audit-checkpoint";
    private const string DecisionKey = "https://kv-helpdesk.vault.azure.net/keys/decision";
    private const string Text = """{"number":1}""";

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public void Dispose() => _key.Dispose();

    [Fact]
    public async Task Signature_Many_AreGoodAndInDerForm()
    {
        using var handler = new RecordingHandler(Vault);
        await using var services = Services(handler);
        var signer = services.GetRequiredService<ICheckpointSigner>();

        // Many, because a number that begins with zeros or a high bit is written differently.
        for (var i = 0; i < 200; i++)
        {
            var text = $"{Text}{i}";
            var signature = await signer.SignAsync(text, default);
            _key.VerifyData(Encoding.UTF8.GetBytes(text), Convert.FromBase64String(signature), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence).ShouldBeTrue();
            (await signer.VerifyAsync(Key, text, signature, default)).ShouldBeTrue();
        }

        handler.Sent[0].Request.RequestUri.ShouldBe(new Uri($"{Key}/sign?api-version=7.4"));
    }

    [Fact]
    public async Task Signature_OfAnotherTextOrKeyOrForm_IsNotGood()
    {
        using var handler = new RecordingHandler(Vault);
        await using var services = Services(handler);
        var signer = services.GetRequiredService<ICheckpointSigner>();
        var signature = await signer.SignAsync(Text, default);

        (await signer.VerifyAsync(Key, Text + " ", signature, default)).ShouldBeFalse();
        (await signer.VerifyAsync("another", Text, signature, default)).ShouldBeFalse();
        (await signer.VerifyAsync(Key, Text, "AAAA", default)).ShouldBeFalse();
        (await signer.VerifyAsync(Key, Text, "no base64!", default)).ShouldBeFalse();
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden, false, "Key Vault Crypto User")]
    [InlineData(HttpStatusCode.NotFound, false, "KeyVault:CheckpointKey")]
    [InlineData(HttpStatusCode.TooManyRequests, true, "429")]
    public async Task Vault_ThatRefuses_IsAFaultThatSaysWhatToChange(HttpStatusCode status, bool isRetryable, string told)
    {
        using var handler = RecordingHandler.Of(status);
        await using var services = Services(handler);

        var fault = await Should.ThrowAsync<VendorException>(() => services.GetRequiredService<ICheckpointSigner>().SignAsync(Text, default));

        fault.IsRetryable.ShouldBe(isRetryable);
        fault.Message.ShouldContain(told);
    }

    [Theory]
    [InlineData("")]
    [InlineData("https://kv-helpdesk.vault.azure.net/keys/audit-checkpoint/0a1b")]
    [InlineData("https://kv-helpdesk.vault.azure.net/secrets/audit-checkpoint")]
    [InlineData("http://kv-helpdesk.vault.azure.net/keys/audit-checkpoint")]
    public async Task Key_ThatIsNoAddressOfAKey_IsRefusedByItsSetting(string setting)
    {
        using var handler = RecordingHandler.Of(HttpStatusCode.OK);
        await using var services = Services(handler, setting);

        Should.Throw<OptionsValidationException>(() => services.GetRequiredService<IOptions<KeyVaultOptions>>().Value).Message.ShouldContain("KeyVault:CheckpointKey");
    }

    [Theory]
    [InlineData("")]
    [InlineData(Key)]
    [InlineData("https://kv-helpdesk.vault.azure.net/keys/decision/0a1b")]
    public async Task DecisionKey_ThatIsNoKeyOfItsOwn_IsRefusedByItsSetting(string setting)
    {
        using var handler = RecordingHandler.Of(HttpStatusCode.OK);
        await using var services = Services(handler, Key, setting);

        Should.Throw<OptionsValidationException>(() => services.GetRequiredService<IOptions<KeyVaultOptions>>().Value).Message.ShouldContain("KeyVault:DecisionKey");
    }

    [Fact]
    public async Task Decision_IsVerifiedByTheVersionThatSignedIt_AndNothingElse()
    {
        using var handler = new RecordingHandler(Vault);
        await using var services = Services(handler);
        var signer = services.GetRequiredService<IDecisionSigner>();
        var signature = await signer.SignAsync(Text, default);

        (await signer.VerifyAsync(DecisionKey, Text, signature, default)).ShouldBeTrue();
        handler.Sent[^1].Request.RequestUri.ShouldBe(new Uri($"{DecisionKey}/0a1b/verify?api-version=7.4"));
        (await signer.VerifyAsync(DecisionKey, Text + " ", signature, default)).ShouldBeFalse();
        var asked = handler.Sent.Count;
        // What is in a record must not lead the app to another address.
        foreach (var forged in new[] { "AAAA", $"../x.{signature.Split('.')[1]}", $".{signature.Split('.')[1]}", "" })
            (await signer.VerifyAsync(DecisionKey, Text, forged, default)).ShouldBeFalse();
        (await signer.VerifyAsync(Key, Text, signature, default)).ShouldBeFalse();
        handler.Sent.Count.ShouldBe(asked);
    }

    private HttpResponseMessage Vault(HttpRequestMessage request, string body)
    {
        using var asked = JsonDocument.Parse(body);
        asked.RootElement.GetProperty("alg").GetString().ShouldBe("ES256");
        var isSign = request.RequestUri!.AbsolutePath.EndsWith("/sign", StringComparison.Ordinal);
        byte[] Bytes(string name) => Base64Url.DecodeFromChars(asked.RootElement.GetProperty(name).GetString());
        object answer = isSign
            ? new { kid = $"{Key}/0a1b", value = Base64Url.EncodeToString(_key.SignHash(Bytes("value"))) }
            : new { value = _key.VerifyHash(Bytes("digest"), Bytes("value")) };
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = JsonContent.Create(answer) };
    }

    private static ServiceProvider Services(RecordingHandler handler, string key = Key, string decisionKey = DecisionKey)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("KeyVault:CheckpointKey", key), new("KeyVault:DecisionKey", decisionKey)]).Build();
        var services = new ServiceCollection().AddSingleton<TokenCredential>(new FixedCredential()).AddKeyVaultKeys(settings);
        services.AddHttpClient(KeyVaultCheckpointSigner.ClientName).ConfigurePrimaryHttpMessageHandler(() => handler);
        return services.BuildServiceProvider();
    }
}
