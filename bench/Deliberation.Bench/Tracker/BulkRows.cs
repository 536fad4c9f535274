using System.Data.Common;
using Deliberation.Web.Platform.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Deliberation.Bench.Tracker;

/// <summary>
/// Writes objects into the tables that the product's own model maps them to, with its conversions, without a change
/// tracker: a million of them in a minute.
/// </summary>
internal sealed class BulkRows : IDisposable
{
    private const int RowsAtOnce = 50_000;

    private readonly IModel model = DatabaseModel.For(isPostgres: false);
    private readonly SqliteConnection connection;
    private readonly Dictionary<Type, Table> tables = [];
    private SqliteTransaction transaction;
    private int pending;

    public BulkRows(string folder)
    {
        connection = new SqliteConnection(
            $"Data Source={Path.Combine(folder, "deliberation.db")};Pooling=False"
        );
        connection.Open();
        // Durability does not matter here, and references are checked once, at the end.
        Run(
            "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA foreign_keys=OFF; PRAGMA cache_size=-1500000"
        );
        transaction = connection.BeginTransaction();
    }

    public long Count { get; private set; }

    /// <param name="saves">How many times the product would have saved it: its revision.</param>
    /// <param name="shadow">Columns that the object does not hold, by the name of their property.</param>
    public void Add(object thing, int saves = 1, params (string Name, object? Value)[] shadow)
    {
        if (!tables.TryGetValue(thing.GetType(), out var table))
        {
            tables[thing.GetType()] = table = new Table(Describe(thing.GetType()), connection);
        }

        table.Insert(thing, [.. shadow, ("Revision", saves)], transaction);
        Count++;
        if (++pending >= RowsAtOnce)
        {
            Flush();
        }
    }

    public void Run(string sql)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public List<string> Read(string sql)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        using var rows = command.ExecuteReader();
        var read = new List<string>();
        while (rows.Read())
        {
            read.Add(rows.GetString(0));
        }

        return read;
    }

    public void Dispose()
    {
        transaction.Commit();
        transaction.Dispose();
        foreach (var table in tables.Values)
        {
            table.Dispose();
        }

        connection.Dispose();
    }

    private void Flush()
    {
        transaction.Commit();
        transaction.Dispose();
        transaction = connection.BeginTransaction();
        pending = 0;
    }

    private IEntityType Describe(Type type) =>
        model.GetEntityTypes().Single(entity => entity.ClrType == type);

    private sealed class Table : IDisposable
    {
        private readonly SqliteCommand command;
        private readonly List<(IProperty Property, DbParameter Parameter)> columns = [];

        public Table(IEntityType type, SqliteConnection connection)
        {
            var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value; // every type has one
            command = connection.CreateCommand();
            var names = new List<string>();
            foreach (var property in type.GetFlattenedProperties())
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = $"@p{names.Count}";
                command.Parameters.Add(parameter);
                columns.Add((property, parameter));
                names.Add($"\"{property.GetColumnName(table)}\"");
            }

            var values = string.Join(", ", columns.Select(column => column.Parameter.ParameterName));
            command.CommandText =
                $"INSERT INTO \"{table.Name}\" ({string.Join(", ", names)}) VALUES ({values})";
        }

        public void Insert(object thing, (string Name, object? Value)[] shadow, SqliteTransaction transaction)
        {
            command.Transaction = transaction;
            foreach (var (property, parameter) in columns)
            {
                var given = Array.FindIndex(shadow, one => one.Name == property.Name);
                var value = given >= 0 ? shadow[given].Value : ValueOf(property, thing);
                var converter = property.GetTypeMapping().Converter;
                parameter.Value =
                    (value is null ? null : converter?.ConvertToProvider(value) ?? value) ?? DBNull.Value;
            }

            command.ExecuteNonQuery();
        }

        public void Dispose() => command.Dispose();

        private static object? ValueOf(IProperty property, object thing)
        {
            if (property.DeclaringType is not IComplexType part)
            {
                return property.IsShadowProperty() ? null : property.GetGetter().GetClrValue(thing);
            }

            var whole = part.ComplexProperty.GetGetter().GetClrValue(thing);
            return whole is null ? null : property.GetGetter().GetClrValue(whole);
        }
    }
}
