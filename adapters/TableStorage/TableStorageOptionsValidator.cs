using System.Data.Common;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.TableStorage;

/// <summary>Checks <see cref="TableStorageOptions"/> at start, all faults in one report.</summary>
internal sealed class TableStorageOptionsValidator : IValidateOptions<TableStorageOptions>
{
    public ValidateOptionsResult Validate(string? name, TableStorageOptions options)
    {
        var faults = new List<string>();
        Require(
            (options.ServiceUri is null) != string.IsNullOrWhiteSpace(options.ConnectionString), nameof(options.ServiceUri),
            "set, or else TableStorage:ConnectionString, and not both");
        Require(
            options.ServiceUri is null or { IsAbsoluteUri: true, Scheme: "https", Query: "" }, nameof(options.ServiceUri),
            "an https address without a query, such as https://NAME.table.core.windows.net");
        Require(
            string.IsNullOrWhiteSpace(options.ConnectionString) || IsThisMachine(options.ConnectionString), nameof(options.ConnectionString),
            "that of Azurite on this machine; for a real account set TableStorage:ServiceUri and give the app's identity a role");
        Require(options.MaxRetries is >= 0 and <= 5, nameof(options.MaxRetries), "0 to 5");
        Require(options.AttemptTimeout >= TimeSpan.FromSeconds(1) && options.AttemptTimeout <= TimeSpan.FromSeconds(100), nameof(options.AttemptTimeout), "1 to 100 seconds");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);

        void Require(bool met, string setting, string wanted)
        {
            if (!met)
                faults.Add($"{TableStorageOptions.Section}:{setting} must be {wanted}.");
        }
    }

    private static bool IsThisMachine(string connectionString)
    {
        try
        {
            var parts = new DbConnectionStringBuilder { ConnectionString = connectionString };
            if (parts.TryGetValue("UseDevelopmentStorage", out var development))
                return string.Equals(development as string, "true", StringComparison.OrdinalIgnoreCase);
            return parts.TryGetValue("TableEndpoint", out var endpoint) && Uri.TryCreate(endpoint as string, UriKind.Absolute, out var address) && address.IsLoopback;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
