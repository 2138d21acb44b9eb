using HelpDesk.Adapters.LocalKey;

namespace HelpDesk.Functions.Composition;

/// <summary>What no options class can see: settings that are each in order and together leave a door open. The start is refused by all of them at once.</summary>
internal static class StartChecks
{
    private const string Platform = "WEBSITE_SITE_NAME";
    private const string VaultReference = "@Microsoft.KeyVault(";

    /// <summary>What is wrong, one line each.</summary>
    public static IReadOnlyList<string> Faults(IConfiguration settings)
    {
        var faults = new List<string>();
        foreach (var (name, value) in settings.AsEnumerable().OrderBy(setting => setting.Key, StringComparer.Ordinal))
        {
            if (value?.StartsWith(VaultReference, StringComparison.OrdinalIgnoreCase) == true)
                faults.Add($"{name} is a reference to Key Vault that could not be resolved: its text would be a secret that anybody can guess. Check the secret's name and that the app's identity is Key Vault Secrets User.");
        }

        var signIn = settings["SignIn:Mode"] ?? "";
        if (IsRealTenant(settings) && signIn.Equals("simulated", StringComparison.OrdinalIgnoreCase))
            faults.Add("SignIn:Mode is 'simulated' and Graph:TenantId names a real tenant: anybody could act as anybody. Set SignIn:Mode to 'appservice' in Azure, to 'openid' elsewhere.");
        if (IsRealTenant(settings) && signIn.Length == 0)
            faults.Add("SignIn:Mode is not set and Graph:TenantId names a real tenant: no one would have to sign in. Set it to 'appservice' in Azure, to 'openid' elsewhere.");
        if (settings[Platform] is { Length: > 0 } && settings.GetSection(LocalKeyOptions.Section).Exists())
            faults.Add("CheckpointKey:Path is a key on the disk of an instance, which is lost with it. Set KeyVault:CheckpointKey instead.");
        if (settings[Platform] is { Length: > 0 } && settings.GetSection(LocalDecisionKeyOptions.Section).Exists())
            faults.Add("DecisionKey:Path is a key on the disk of an instance, which is lost with it and which other instances do not have. Set KeyVault:DecisionKey instead.");
        if (settings[Platform] is { Length: > 0 } && settings["Graph:ClientSecret"] is { Length: > 0 })
            faults.Add("Graph:ClientSecret is set in Azure: use the managed identity (Graph:ClientId), which has no secret to lose.");
        return faults;
    }

    private static bool IsRealTenant(IConfiguration settings) =>
        settings["Graph:TenantId"] is { Length: > 0 } || settings[Platform] is { Length: > 0 };
}
