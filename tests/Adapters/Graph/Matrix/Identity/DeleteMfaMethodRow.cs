using System.Text.Json.Nodes;
using HelpDesk.Adapters.Tests.Graph.Simulated;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Simulator.Graph.Objects;

namespace HelpDesk.Adapters.Tests.Graph.Matrix.Identity;

/// <summary>Deletes the methods of one kind of a person who has one of every kind, and two phone numbers.</summary>
public abstract class DeleteMfaMethodRow(string kind, string path) : UserRow("user.delete-mfa-method", "DELETE", path)
{
    /// <inheritdoc />
    public override Expectation Expected => new(Impact.High, Reversibility.Irreversible, "UserAuthMethod-MicrosoftAuthApp.ReadWrite.All");

    protected const string Authenticator = "10000000-0000-4000-8000-0000000000a1";

    /// <inheritdoc />
    public override string Name => $"{Id}/{kind}";

    /// <inheritdoc />
    public override IReadOnlyDictionary<string, string> Parameters { get; } = With(("kind", kind));

    /// <summary>Id of the person's default method. Default the mobile phone.</summary>
    protected virtual string Default => MethodSeed.MobilePhone;

    /// <inheritdoc />
    public override void Seed(SimulatedGraph graph) => graph.Change(ObjectKind.Methods, Target(graph), methods =>
    {
        methods["default"] = Default;
        methods["value"] = new JsonArray(
            Method("password", MethodSeed.Password), Method("phone", MethodSeed.MobilePhone), Method("phone", MethodSeed.AlternateMobilePhone),
            Method("microsoftAuthenticator", Authenticator), Method("fido2", "key-1"), Method("softwareOath", "10000000-0000-4000-8000-0000000000a2"),
            Method("windowsHelloForBusiness", "hello-1"));
    });

    private static JsonObject Method(string kind, string id) => new() { ["@odata.type"] = $"#microsoft.graph.{kind}AuthenticationMethod", ["id"] = id };
}
