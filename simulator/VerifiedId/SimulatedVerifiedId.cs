using System.Text.Json.Nodes;
using HelpDesk.Simulator.Store;

namespace HelpDesk.Simulator.VerifiedId;

/// <summary>Simulated Entra Verified ID: takes requests for a presentation, and a page plays the wallet, which reports to the callback of the request.</summary>
public static class SimulatedVerifiedId
{
    /// <summary>Path of the request service below the simulator.</summary>
    public const string Root = "/verifiedid/v1.0";

    /// <summary>The organisation's own identifier.</summary>
    public const string Authority = "did:web:verifiedid.contoso.example";

    /// <summary>The domain that is linked to it.</summary>
    public const string LinkedDomain = "https://contoso.example/";

    private const string Kind = "verified-id-requests";

    /// <summary>Maps the request service, the wallet's page and <c>POST /simulator/verified-id/{id}</c>.</summary>
    public static void MapSimulatedVerifiedId(this IEndpointRouteBuilder routes)
    {
        routes.MapPost($"{Root}/verifiableCredentials/createPresentationRequest", CreateAsync);
        routes.MapGet("/verifiedid/wallet/{id}", Wallet);
        routes.MapPost("/simulator/verified-id/{id}", (string id, SimulatedPresentation presentation, SimulatorStore store, TimeProvider time) => PresentAsync(id, presentation, store, time));
        routes.MapPost("/verifiedid/wallet/{id}", async (string id, SimulatorStore store, TimeProvider time) => await PresentAsync(id, new SimulatedPresentation(), store, time)).DisableAntiforgery();
    }

    private static async Task<IResult> CreateAsync(HttpRequest request, SimulatorStore store, SimulatorOptions options, TimeProvider time)
    {
        if (!request.Headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.Ordinal))
            return Results.StatusCode(401);
        var body = (await JsonNode.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted))?.AsObject();
        if (body?["callback"]?["url"] is null || body["callback"]!["state"] is null || body["requestedCredentials"] is not JsonArray { Count: 1 } || (string?)body["authority"] != Authority)
            return Results.Json(new { error = new { code = "badRequest", message = "The request is invalid.", innererror = new { code = "badOrMissingField", message = "A field is missing or wrong." } } }, statusCode: 400);
        var id = Guid.NewGuid().ToString();
        store.Put(Kind, id, body);
        return Results.Json(new { requestId = id, url = $"openid-vc://?request_uri={options.Url}/verifiedid/wallet/{id}", expiry = time.GetUtcNow().AddMinutes(5).ToUnixTimeSeconds() }, statusCode: 201);
    }

    private static IResult Wallet(string id, SimulatorStore store) => store.Get<JsonObject>(Kind, id) is { } request
        ? Results.Content(
            $"<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Wallet</title></head><body><h1>{System.Net.WebUtility.HtmlEncode((string?)request["registration"]?["clientName"])} asks for your Verified ID</h1><p>{System.Net.WebUtility.HtmlEncode((string?)request["registration"]?["purpose"])}</p><form method=\"post\"><button>Share with face check</button></form></body></html>",
            "text/html")
        : Results.NotFound();

    // What the wallet shares and the service then reports. Nothing signs it: the header is all.
    private static async Task<IResult> PresentAsync(string id, SimulatedPresentation presentation, SimulatorStore store, TimeProvider time)
    {
        if (store.Get<JsonObject>(Kind, id) is not { } request)
            return Results.NotFound();
        var callback = request["callback"]!;
        var upn = presentation.UserPrincipalName ?? (string?)request["requestedCredentials"]![0]!["constraints"]?[0]?["values"]?[0];
        using var client = new HttpClient();
        var statuses = new List<int>();
        foreach (var status in presentation.Error is null ? new[] { "request_retrieved", "presentation_verified" } : ["request_retrieved", "presentation_error"])
        {
            var report = new JsonObject { ["requestId"] = id, ["requestStatus"] = status, ["state"] = presentation.State ?? (string?)callback["state"] };
            if (status == "presentation_error")
                report["error"] = new JsonObject { ["code"] = "claimValidationError", ["message"] = presentation.Error };
            if (status == "presentation_verified")
                report["verifiedCredentialsData"] = new JsonArray(Credential(presentation, upn, time.GetUtcNow()));
            using var message = new HttpRequestMessage(HttpMethod.Post, (string)callback["url"]!) { Content = JsonContent.Create(report) };
            message.Headers.TryAddWithoutValidation("api-key", presentation.ApiKey ?? (string?)callback["headers"]?["api-key"]);
            using var answer = await client.SendAsync(message);
            statuses.Add((int)answer.StatusCode);
        }

        return Results.Json(statuses);
    }

    private static JsonObject Credential(SimulatedPresentation presentation, string? upn, DateTimeOffset now) => new()
    {
        ["issuer"] = presentation.Issuer,
        ["type"] = new JsonArray("VerifiableCredential", presentation.Type),
        ["claims"] = new JsonObject { ["revocationId"] = upn },
        ["credentialState"] = new JsonObject { ["revocationStatus"] = presentation.IsRevoked ? "REVOKED" : "VALID" },
        ["domainValidation"] = new JsonObject { ["url"] = presentation.Domain },
        ["issuanceDate"] = now.AddDays(-presentation.IssuedDaysAgo).ToString("O", System.Globalization.CultureInfo.InvariantCulture),
        ["faceCheck"] = presentation.Score is { } score ? new JsonObject { ["matchConfidenceScore"] = score, ["sourcePhotoQuality"] = "HIGH" } : null,
    };
}

/// <summary>What the wallet shares. The default is what a right one does.</summary>
public sealed record SimulatedPresentation
{
    /// <summary>Confidence of the face check; null = none was made. Default 91.5.</summary>
    public double? Score { get; init; } = 91.5;

    /// <summary>Whose Verified ID; null = the person that was asked for.</summary>
    public string? UserPrincipalName { get; init; }

    /// <summary>Age of the Verified ID. Default 90 days.</summary>
    public int IssuedDaysAgo { get; init; } = 90;

    /// <summary>Who issued it. Default the organisation.</summary>
    public string Issuer { get; init; } = SimulatedVerifiedId.Authority;

    /// <summary>Its type. Default <c>VerifiedEmployee</c>.</summary>
    public string Type { get; init; } = "VerifiedEmployee";

    /// <summary>The linked domain. Default the organisation's.</summary>
    public string Domain { get; init; } = SimulatedVerifiedId.LinkedDomain;

    /// <summary>True when it was revoked.</summary>
    public bool IsRevoked { get; init; }

    /// <summary>The failure that is reported instead; null = none.</summary>
    public string? Error { get; init; }

    /// <summary>The key in the header; null = the one of the request.</summary>
    public string? ApiKey { get; init; }

    /// <summary>The state; null = the one of the request.</summary>
    public string? State { get; init; }
}
