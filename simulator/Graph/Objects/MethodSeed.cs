using System.Text.Json.Nodes;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Simulator.Graph.Objects;

/// <summary>A person's authentication methods at the start. The mobile phone is the default one, so that any other may go.</summary>
internal static class MethodSeed
{
    public const string Password = "28c10230-6103-485e-b985-444c60001490";
    public const string MobilePhone = "3179e48a-750b-4051-897c-87b9720928f7";
    public const string AlternateMobilePhone = "b6332ec1-7057-4abe-9331-3d72feddfe41";

    public static JsonObject Make(SimulatedPerson person, int index, IReadOnlyList<SimulatedDevice> devices, DateTimeOffset now)
    {
        var methods = new JsonArray();
        Add("passwordAuthenticationMethod", Password, new JsonObject { ["password"] = null });
        if (person.IsFunctional || person.IsGuest)
            return new JsonObject { ["value"] = methods, ["default"] = null };

        Add("phoneAuthenticationMethod", MobilePhone, Phone(UserSeed.MobilePhone(index), "mobile"));
        if (index % 6 == 0)
            Add("phoneAuthenticationMethod", AlternateMobilePhone, Phone(UserSeed.MobilePhone(index + 500), "alternateMobile"));
        Add("microsoftAuthenticatorAuthenticationMethod", Id("authenticator"), new JsonObject { ["displayName"] = "Phone", ["deviceTag"] = "SoftwareTokenActivated", ["phoneAppVersion"] = "6.8.20" });
        if (index % 7 == 0)
            Add("fido2AuthenticationMethod", Id("fido2"), new JsonObject { ["displayName"] = "Security key", ["aaGuid"] = "2fc0579f-8113-47ea-b116-bb5a8db9202a", ["model"] = "YubiKey 5 NFC", ["attestationCertificates"] = new JsonArray(), ["attestationLevel"] = "attested" });
        if (index % 5 == 0)
            Add("softwareOathAuthenticationMethod", Id("software-oath"), new JsonObject { ["secretKey"] = null });
        foreach (var device in devices.Where(device => device.OperatingSystem == "Windows"))
            Add("windowsHelloForBusinessAuthenticationMethod", StableId.Of($"hello/{device.Id}"), new JsonObject { ["displayName"] = device.Name, ["keyStrength"] = "normal" });
        return new JsonObject { ["value"] = methods, ["default"] = MobilePhone };

        string Id(string kind) => StableId.Of($"{kind}/{person.Id}");

        void Add(string type, string id, JsonObject method)
        {
            method["@odata.type"] = $"#microsoft.graph.{type}";
            method["id"] = id;
            method["createdDateTime"] = Moments.Text(now.AddDays(-200));
            methods.Add(method);
        }
    }

    private static JsonObject Phone(string number, string type) => new() { ["phoneNumber"] = number, ["phoneType"] = type, ["smsSignInState"] = "notEnabled" };
}
