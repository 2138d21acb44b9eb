using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using HelpDesk.Adapters.Graph;
using HelpDesk.Web;
using HelpDesk.Web.Routing;
using HelpDesk.Web.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Architecture.Tests.Infrastructure;

/// <summary>What the infrastructure says of the app is what the app says of itself: settings, open paths, parameters.</summary>
internal static partial class HostRules
{
    // Sign-in of the pages themselves: behind the platform's they are not called.
    private static readonly string[] OwnSignIn = ["/sign-in", "/sign-in/callback", "/sign-out"];

    /// <summary>Settings of the function app that docs/settings.md does not explain.</summary>
    public static IEnumerable<string> Settings(ArmTemplate template, string page)
    {
        var variables = (JsonObject)template.Module("functionApp")["variables"]!;
        var named = ((JsonObject)variables["settings"]!).Select(setting => setting.Key);
        var listed = ListName().Matches(variables["listSettings"]!.ToString()).Select(name => name.Groups["name"].Value);
        return
            from setting in named.Concat(listed)
            let colons = setting.Replace("__", ":", StringComparison.Ordinal)
            where !page.Contains($"`{setting}`", StringComparison.Ordinal) && !page.Contains($"`{colons}`", StringComparison.Ordinal) && !page.Contains($"`{colons}:", StringComparison.Ordinal)
            select $"docs/settings.md does not explain {setting}.";
    }

    /// <summary>Settings of Graph's limits that are not the parameter's, and parameters that allow or give what the option does not.</summary>
    public static IEnumerable<string> GraphLimits(ArmTemplate template)
    {
        var settings = (JsonObject)template.Module("functionApp")["variables"]!["settings"]!;
        JsonObject Parameter(string name) => template.Parameters.Single(parameter => parameter.Name == $".{name}").Json;
        var defaults = new GraphOptions();
        var sizes = Parameter("tenantSize")["allowedValues"]!.AsArray().Select(size => size!.ToString());
        return new (bool Holds, string Says)[]
        {
            (settings["Graph__Instances"]!.ToString() == "[string(parameters('maximumInstanceCount'))]", "Graph__Instances is not the most instances of the plan."),
            (settings["Graph__TenantSize"]!.ToString() == "[parameters('tenantSize')]", "Graph__TenantSize is not the parameter's."),
            (settings["Graph__UseBetaEndpoints"]!.ToString() == "[if(parameters('useGraphBeta'), 'true', 'false')]", "Graph__UseBetaEndpoints is not the parameter's."),
            (Parameter("maximumInstanceCount")["maxValue"]!.GetValue<int>() <= GraphOptions.MostInstances, "maximumInstanceCount may be more than the app takes."),
            (sizes.SequenceEqual(Enum.GetNames<TenantSize>(), StringComparer.Ordinal), "tenantSize allows other sizes than the app."),
            (Parameter("tenantSize")["defaultValue"]!.ToString() == defaults.TenantSize.ToString(), "tenantSize has another default than the app."),
            (Parameter("useGraphBeta")["defaultValue"]!.GetValue<bool>() == defaults.UseBetaEndpoints, "useGraphBeta has another default than the app."),
        }.Where(rule => !rule.Holds).Select(rule => rule.Says);
    }

    /// <summary>Paths that are open and should not be, or the other way round; and a sign-in that is not required.</summary>
    public static IEnumerable<string> OpenPaths(ArmTemplate template)
    {
        var config = template.Resources.Single(resource => resource.Module == "authentication" && resource.Type == "Microsoft.Web/sites/config");
        var stated = config.Json["properties"]!["globalValidation"]!["excludedPaths"]!;
        var open = (stated as JsonArray ?? (JsonArray)template.Module("authentication")["variables"]!["openPaths"]!).Select(path => path!.ToString()).ToArray();
        var meant = RouteTable.Of(new ServiceCollection().AddPages()).All
            .Where(route => route.Access == PageAccess.Everybody && !OwnSignIn.Contains(route.Pattern))
            .Select(route => route.Pattern).Append(WebhookRegistration.Pattern)
            .Select(pattern => Placeholder().Replace(pattern, "*")).Distinct(StringComparer.Ordinal).ToArray();
        return
        [
            .. open.Except(meant, StringComparer.Ordinal).Select(path => $"{path} is open and needs a sign-in."),
            .. meant.Except(open, StringComparer.Ordinal).Select(path => $"{path} is not open."),
            .. config.Value("properties.platform.enabled") == "true" && config.Value("properties.globalValidation.requireAuthentication") == "true"
                ? []
                : new[] { "App Service Authentication is not required." },
        ];
    }

    /// <summary>Parameters that do not say whether they are required, what their default is, and what they do.</summary>
    public static IEnumerable<string> Descriptions(ArmTemplate template) =>
        from parameter in template.Parameters
        let says = parameter.Json["metadata"]?["description"]?.ToString() ?? ""
        let optional = parameter.Json.ContainsKey("defaultValue")
        where !says.StartsWith(optional ? "Optional. Default " : "Required. ", StringComparison.Ordinal)
        select $"Parameter {parameter.Name} says \"{says}\".";

    /// <summary>Parameters of main.bicep that README.md does not list.</summary>
    public static IEnumerable<string> ReadmeParameters(ArmTemplate template, string readme) =>
        from parameter in template.Parameters
        where parameter.Name.StartsWith('.') && !readme.Contains($"`{parameter.Name[1..]}`", StringComparison.Ordinal)
        select $"README.md does not list the parameter {parameter.Name[1..]}.";

    [GeneratedRegex(@"format\('(?<name>\w+?)__\{0\}'", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex ListName();

    [GeneratedRegex(@"\{\w+\}", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Placeholder();
}
