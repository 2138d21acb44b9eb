using System.Text.Json;

namespace HelpDesk.Local.Starting;

/// <summary>
/// The settings: <c>appsettings.json</c>, <c>appsettings.local.json</c>, the <c>Values</c> of <c>local.settings.json</c>, the
/// environment (<c>Graph__TenantId</c>) and <c>--set Graph:TenantId=...</c>; the later wins. Files are those of the working folder.
/// </summary>
internal static class LocalSettings
{
    private const string FunctionsFile = "local.settings.json";

    /// <summary>Reads them.</summary>
    /// <exception cref="StartRefusedException">A file is no JSON, or an override is no <c>Name=Value</c>.</exception>
    public static IConfigurationRoot Read(IEnumerable<string> overrides)
    {
        try
        {
            return new ConfigurationBuilder()
                .SetBasePath(Directory.GetCurrentDirectory())
                .AddJsonFile("appsettings.json", optional: true)
                .AddJsonFile("appsettings.local.json", optional: true)
                .AddInMemoryCollection(FunctionsValues())
                .AddEnvironmentVariables()
                .AddInMemoryCollection(overrides.Select(Split))
                .Build();
        }
        catch (Exception fault) when (fault is InvalidDataException or JsonException)
        {
            throw new StartRefusedException(ExitCode.Settings, [$"A settings file of {Directory.GetCurrentDirectory()} cannot be read: {fault.InnerException?.Message ?? fault.Message}"], fault);
        }
    }

    private static IEnumerable<KeyValuePair<string, string?>> FunctionsValues()
    {
        if (!File.Exists(FunctionsFile))
            yield break;
        using var document = JsonDocument.Parse(
            File.ReadAllText(FunctionsFile), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        if (!document.RootElement.TryGetProperty("Values", out var values))
            yield break;
        foreach (var value in values.EnumerateObject())
            yield return new(value.Name.Replace("__", ConfigurationPath.KeyDelimiter, StringComparison.Ordinal), value.Value.ToString());
    }

    private static KeyValuePair<string, string?> Split(string setting) => setting.IndexOf('=', StringComparison.Ordinal) is > 0 and var at
        ? new(setting[..at].Trim(), setting[(at + 1)..])
        : throw new StartRefusedException(ExitCode.Settings, [$"--set {setting}: write it as Name=Value, such as HelpDesk:Url=http://127.0.0.1:8071."]);
}
