using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure.Core;
using Azure.Identity;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Adapters.KeyVault;

/// <summary>
/// An EC P-256 key that never leaves its vault (Key Vault REST, "Sign" and "Verify", ES256). Signatures are DER, as a local key writes them.
/// </summary>
/// <param name="clients">Makes the HTTP client.</param>
/// <param name="credential">The app's identity.</param>
/// <param name="address">Address of the key, without version.</param>
/// <param name="setting">The setting that names it.</param>
/// <param name="time">For the pause that the vault asks for.</param>
internal sealed class KeyVaultSigningKey(IHttpClientFactory clients, TokenCredential credential, string address, string setting, TimeProvider time)
{
    private const string System = "key-vault";
    private const string ApiVersion = "?api-version=7.4";
    private const int HalfLength = 32;

    // A version is 32 hexadecimal digits. Keys that are rotated daily have some 365 versions a year, 25 a page.
    private const int LongestVersion = 64, MostPages = 100;

    private static SearchValues<char> Hex { get; } = SearchValues.Create("0123456789abcdefABCDEF");

    /// <summary>Signs the UTF-8 of a text.</summary>
    /// <returns>The signature in Base64, and the version of the key that made it.</returns>
    /// <exception cref="VendorException">The key cannot be had.</exception>
    public async Task<(string Signature, string Version)> SignAsync(string text, CancellationToken cancellation)
    {
        var body = new { alg = "ES256", value = Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(text))) };
        using var answer = await PostAsync("sign", null, JsonSerializer.SerializeToUtf8Bytes(body), cancellation);
        var raw = Base64Url.DecodeFromChars(answer.RootElement.GetProperty("value").GetString());
        if (raw.Length != 2 * HalfLength)
            throw new VendorException(System, "bad-answer", $"Key Vault's signature is not from an EC P-256 key: {setting} must name one.", isRetryable: false);
        var id = answer.RootElement.TryGetProperty("kid", out var kid) ? kid.GetString() : null;
        return (Convert.ToBase64String(EcdsaSignature.ToDer(raw)), id?[(id.LastIndexOf('/') + 1)..] ?? "");
    }

    /// <summary>True when the signature is that of one version of the key for this text.</summary>
    /// <param name="version">The version that signed; null for the current one.</param>
    /// <param name="text">The text.</param>
    /// <param name="signature">Base64; false for anything else.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <exception cref="VendorException">The key cannot be had.</exception>
    public async Task<bool> VerifyAsync(string? version, string text, string signature, CancellationToken cancellation)
    {
        // The version goes into an address: what an attacker wrote there must not lead elsewhere.
        if (RawOf(signature) is not { } raw || (version is not null && !IsVersion(version)))
            return false;
        return await VerifyAsync(version, text, raw, cancellation);
    }

    /// <summary>True when the signature is that of any enabled version of the key for this text: the current one is asked first.</summary>
    /// <param name="text">The text.</param>
    /// <param name="signature">Base64; false for anything else.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <exception cref="VendorException">The key cannot be had.</exception>
    public async Task<bool> VerifyByAnyAsync(string text, string signature, CancellationToken cancellation)
    {
        if (RawOf(signature) is not { } raw)
            return false;
        if (await VerifyAsync(null, text, raw, cancellation))
            return true;
        foreach (var version in await VersionsAsync(cancellation))
        {
            if (await VerifyAsync(version, text, raw, cancellation))
                return true;
        }

        return false;
    }

    /// <summary>Reads the public part of the key, for health: signs nothing.</summary>
    /// <exception cref="VendorException">The key cannot be had, or is disabled.</exception>
    public async Task ProbeAsync(CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"{address}{ApiVersion}"));
        using var answer = await SendAsync(request, cancellation);
        if (answer.RootElement.TryGetProperty("attributes", out var attributes) && attributes.TryGetProperty("enabled", out var enabled) && enabled.ValueKind == JsonValueKind.False)
            throw new VendorException(System, "KeyDisabled", $"The key of {setting} is disabled: enable it.", isRetryable: false);
    }

    private static bool IsVersion(string text) => text.Length is > 0 and <= LongestVersion && text.AsSpan().IndexOfAnyExcept(Hex) < 0;

    private static byte[]? RawOf(string signature)
    {
        var der = new byte[signature.Length];
        return Convert.TryFromBase64String(signature, der, out var count) ? EcdsaSignature.FromDer(der.AsSpan(0, count), HalfLength) : null;
    }

    // What the vault has no version for, nobody signed.
    private async Task<bool> VerifyAsync(string? version, string text, byte[] raw, CancellationToken cancellation)
    {
        var body = new
        {
            alg = "ES256",
            digest = Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(text))),
            value = Base64Url.EncodeToString(raw),
        };
        try
        {
            using var answer = await PostAsync("verify", version, JsonSerializer.SerializeToUtf8Bytes(body), cancellation);
            return answer.RootElement.GetProperty("value").GetBoolean();
        }
        catch (VendorException fault) when (version is not null && fault.Code == "404")
        {
            return false;
        }
    }

    // Enabled ones: a disabled version verifies nothing (Key Vault REST, "Get Key Versions").
    private async Task<List<string>> VersionsAsync(CancellationToken cancellation)
    {
        var versions = new List<string>();
        var next = new Uri($"{address}/versions{ApiVersion}");
        for (var page = 0; page < MostPages; page++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, next);
            using var answer = await SendAsync(request, cancellation);
            foreach (var item in answer.RootElement.GetProperty("value").EnumerateArray())
            {
                var isOff = item.TryGetProperty("attributes", out var attributes) && attributes.TryGetProperty("enabled", out var enabled) && enabled.ValueKind == JsonValueKind.False;
                var id = item.GetProperty("kid").GetString()!;
                if (!isOff && id[(id.LastIndexOf('/') + 1)..] is var version && IsVersion(version))
                    versions.Add(version);
            }

            if (!answer.RootElement.TryGetProperty("nextLink", out var link) || link.GetString() is not { Length: > 0 } more)
                break;
            next = new Uri(more);
            if (next.Authority != new Uri(address).Authority || next.Scheme != new Uri(address).Scheme)
                throw new VendorException(System, "bad-answer", $"Key Vault names another address for the versions of {setting}: something between answers in its place.", isRetryable: false);
        }

        return versions;
    }

    private async Task<JsonDocument> PostAsync(string act, string? version, byte[] body, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{address}{(version is null ? "" : $"/{version}")}/{act}{ApiVersion}")) { Content = VendorCall.Json(body) };
        return await SendAsync(request, cancellation);
    }

    private async Task<JsonDocument> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(cancellation));
        using var response = await VendorCall.SendAsync(clients.CreateClient(KeyVaultCheckpointSigner.ClientName), request, System, KeyVaultOptions.Section, cancellation);
        var status = (int)response.StatusCode;
        if (!response.IsSuccessStatusCode)
        {
            var what = status switch
            {
                401 or 403 => "refused the app's identity: give it Key Vault Crypto User on the key, let the vault's firewall pass it, and keep every version enabled that signed something",
                404 => $"has no such key. Check {setting}",
                _ => "did not sign or verify: check that the key and the version that signed are enabled",
            };
            throw new VendorException(
                System, status.ToString(CultureInfo.InvariantCulture), string.Create(CultureInfo.InvariantCulture, $"Key Vault {what} ({status})."),
                VendorCall.IsRetryable(status), VendorCall.RetryAfter(response, time));
        }

        try
        {
            return JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancellation));
        }
        catch (JsonException fault)
        {
            throw new VendorException(System, "bad-answer", "Key Vault's answer is no JSON: something between answers in its place.", isRetryable: true, inner: fault);
        }
    }

    private async Task<string> TokenAsync(CancellationToken cancellation)
    {
        try
        {
            return (await credential.GetTokenAsync(new TokenRequestContext(["https://vault.azure.net/.default"]), cancellation)).Token;
        }
        catch (AuthenticationFailedException fault)
        {
            throw new VendorException(System, "authentication", "Key Vault cannot be signed in to. Check the app's identity (AZURE_CLIENT_ID names a user-assigned one).", isRetryable: true, inner: fault);
        }
    }
}
