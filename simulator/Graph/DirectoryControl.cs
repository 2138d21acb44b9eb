using System.Text.Json.Nodes;
using HelpDesk.Simulator.Graph.Objects;
using HelpDesk.Simulator.Graph.Parts;

namespace HelpDesk.Simulator.Graph;

/// <summary>What administrators of the simulated tenant do, as tests need it: by no vendor's contract.</summary>
internal static class DirectoryControl
{
    /// <summary>Maps <c>/simulator/eligibility</c>, <c>/simulator/pass-policy</c>, <c>/simulator/context-policy</c>, <c>/simulator/registration/{id}</c>, <c>/simulator/users/{id}</c> and <c>/simulator/groups/{id}/members</c>.</summary>
    public static void MapDirectoryControl(this IEndpointRouteBuilder routes)
    {
        routes.MapPut("/simulator/eligibility", static (SimulatedEligibility eligibility, Eligibilities eligibilities) =>
        {
            eligibilities.Put(eligibility);
            return Results.NoContent();
        });
        routes.MapPut("/simulator/eligibility/licence", static (bool licensed, Eligibilities eligibilities) =>
        {
            eligibilities.License(licensed);
            return Results.NoContent();
        });
        routes.MapPut("/simulator/pass-policy", static (SimulatedPassPolicy policy, PassPolicies policies) =>
        {
            policies.Put(policy);
            return Results.NoContent();
        });
        routes.MapPut("/simulator/context-policy", static (SimulatedContextPolicy policy, ConditionalAccess policies) =>
        {
            policies.Put(policy);
            return Results.NoContent();
        });
        routes.MapPut("/simulator/registration/{id}", static (string id, SimulatedRegistration registration, RegistrationDetails details) =>
        {
            details.Put(id, registration);
            return Results.NoContent();
        });
        routes.MapPost("/simulator/mailbox", static (ReceivedMail mail, Mailbox mailbox) => Results.Json(new { id = mailbox.Receive(mail) }));
        routes.MapDelete("/simulator/subscriptions", static (GraphObjects objects) =>
        {
            foreach (var (id, _) in objects.All(ObjectKind.Subscription).ToList())
                objects.Put(ObjectKind.Subscription, id, null);
            return Results.NoContent();
        });
        routes.MapGet("/simulator/mail", static (GraphObjects objects) => objects.All(ObjectKind.Mail).Select(static mail => mail.Value));
        // Whoever took an account over registers a method of their own.
        routes.MapPost("/simulator/users/{id}/security-keys", static (string id, GraphObjects objects, TimeProvider time) =>
        {
            if (objects.Get(ObjectKind.Methods, id) is not { } methods)
                return Results.NotFound(new { error = "no such object" });
            methods["value"]!.AsArray().Add((JsonNode)new JsonObject
            {
                ["@odata.type"] = "#microsoft.graph.fido2AuthenticationMethod", ["id"] = Guid.NewGuid().ToString(), ["createdDateTime"] = Moments.Text(time.GetUtcNow()), ["displayName"] = "New key",
                ["aaGuid"] = "2fc0579f-8113-47ea-b116-bb5a8db9202a", ["model"] = "YubiKey 5 NFC", ["attestationCertificates"] = new JsonArray(), ["attestationLevel"] = "attested",
            });
            objects.Put(ObjectKind.Methods, id, methods);
            return Results.NoContent();
        });
        routes.MapPatch("/simulator/users/{id}", static (string id, JsonObject changes, GraphObjects objects) => Change(ObjectKind.User, id, changes, objects));
        routes.MapPut("/simulator/groups/{id}/members", static (string id, string[] ids, GraphObjects objects) =>
            Change(ObjectKind.Members, id, new JsonObject { ["ids"] = GraphSeeds.Texts(ids) }, objects));
    }

    private static IResult Change(string kind, string id, JsonObject changes, GraphObjects objects)
    {
        if (objects.Get(kind, id) is not { } found)
            return Results.NotFound(new { error = "no such object" });
        foreach (var (name, value) in changes)
            found[name] = value?.DeepClone();
        objects.Put(kind, id, found);
        return Results.NoContent();
    }
}
