using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.Sqlite;

/// <summary>Checks <see cref="SqliteOptions"/> at start, all errors in one report.</summary>
internal sealed class SqliteOptionsValidator : IValidateOptions<SqliteOptions>
{
    private static readonly TimeSpan FiveMinutes = TimeSpan.FromMinutes(5);

    public ValidateOptionsResult Validate(string? name, SqliteOptions options)
    {
        var errors = new List<string>();
        Require(!string.IsNullOrWhiteSpace(options.DatabasePath), nameof(options.DatabasePath), "the path of a file");
        Require(options.BusyTimeout >= TimeSpan.Zero && options.BusyTimeout <= FiveMinutes, nameof(options.BusyTimeout), "0 to 5 minutes");
        Require(options.CheckUpToBytes >= 0, nameof(options.CheckUpToBytes), "0 or more");
        Require(options.MaxPages is null or >= 1, nameof(options.MaxPages), "1 or more, or nothing");
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);

        void Require(bool met, string setting, string wanted)
        {
            if (!met)
                errors.Add($"{SqliteOptions.Section}:{setting} must be {wanted}.");
        }
    }
}
