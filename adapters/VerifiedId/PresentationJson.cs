using System.Text.Json;
using System.Text.Json.Nodes;
using HelpDesk.Orchestrations.Domain.Policy.Proofs;

namespace HelpDesk.Adapters.VerifiedId;

/// <summary>Writes requests and reads reports of Entra Verified ID (contract: identity-proof, 1).</summary>
internal static class PresentationJson
{
    private const string Valid = "VALID";

    /// <summary>The request for one Verified ID with a face check.</summary>
    public static byte[] Write(VerifiedIdOptions options, PresentationAsk ask, Uri callback) => JsonSerializer.SerializeToUtf8Bytes(new JsonObject
    {
        ["authority"] = options.Authority,
        ["includeQRCode"] = true,
        ["includeReceipt"] = false,
        ["registration"] = new JsonObject { ["clientName"] = options.ClientName, ["purpose"] = ask.Purpose },
        ["callback"] = new JsonObject { ["url"] = callback.AbsoluteUri, ["state"] = ask.State, ["headers"] = new JsonObject { ["api-key"] = ask.ApiKey } },
        ["requestedCredentials"] = new JsonArray(new JsonObject
        {
            ["type"] = options.CredentialType,
            ["acceptedIssuers"] = new JsonArray(options.Authority),
            ["constraints"] = new JsonArray(new JsonObject { ["claimName"] = "revocationId", ["values"] = new JsonArray(ask.UserPrincipalName) }),
            ["configuration"] = new JsonObject
            {
                ["validation"] = new JsonObject
                {
                    ["allowRevoked"] = false, ["validateLinkedDomain"] = true,
                    ["faceCheck"] = new JsonObject { ["sourcePhotoClaimName"] = "photo", ["matchConfidenceThreshold"] = options.FaceMatch },
                },
            },
        }),
    });

    /// <summary>Reads a report; null when it is none.</summary>
    public static PresentationReport? Read(VerifiedIdOptions options, ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = LenientJson.Document(body);
            var root = document.RootElement;
            if (Text(root, "state") is not { Length: > 0 } state || Text(root, "requestStatus") is not { } status)
                return null;
            if (status == "presentation_verified")
                return Verified(options, root, state);
            return status == "presentation_error"
                ? new PresentationReport(state, IsFinal: true, "The presentation failed.", null, null)
                : new PresentationReport(state, IsFinal: false, null, null, null);
        }
        catch (Exception damage) when (damage is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static PresentationReport Verified(VerifiedIdOptions options, JsonElement root, string state)
    {
        if (!root.TryGetProperty("verifiedCredentialsData", out var all) || all.ValueKind != JsonValueKind.Array || all.GetArrayLength() != 1)
            return new PresentationReport(state, IsFinal: true, "It does not hold exactly one Verified ID.", null, null);
        var one = all[0];
        var issued = DateTimeOffset.TryParse(Text(one, "issuanceDate"), System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal, out var at) ? at : (DateTimeOffset?)null;
        return new PresentationReport(state, IsFinal: true, Weakness(options, one), Part(one, "claims") is { } claims ? Text(claims, "revocationId") : null, issued);
    }

    private static string? Weakness(VerifiedIdOptions options, JsonElement one)
    {
        if (Text(one, "issuer") != options.Authority)
            return "It was issued by another organization.";
        if (Part(one, "type") is not { ValueKind: JsonValueKind.Array } types || !types.EnumerateArray().Any(type => type.ValueKind == JsonValueKind.String && type.GetString() == options.CredentialType))
            return "It is of another kind.";
        if (Part(one, "credentialState") is not { } state || Text(state, "revocationStatus") != Valid)
            return "It was revoked.";
        if (Part(one, "domainValidation") is not { } domain || !Uri.TryCreate(Text(domain, "url"), UriKind.Absolute, out var linked) || linked != new Uri(options.LinkedDomain))
            return "Its issuer is not linked to the organization's domain.";
        return Part(one, "faceCheck") is { } face && Part(face, "matchConfidenceScore") is { ValueKind: JsonValueKind.Number } score && score.GetDouble() >= options.FaceMatch ? null : "The face was not recognized.";
    }

    private static JsonElement? Part(JsonElement element, string name) => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var part) ? part : null;

    private static string? Text(JsonElement element, string name) => Part(element, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
